-- Pages in turn. Arguments: the file of requests (path, tab, cookies or nothing a line), the number of
-- threads, the encoding that is accepted, or none.
package.path = (os.getenv("BENCH_WRK") or ".") .. "/?.lua"
require("common")

local requests = {}
local turn = 0

function init(args)
    local number = 0
    for line in io.lines(args[1]) do
        if number % tonumber(args[2]) == mine then
            local path, cookies = line:match("^(%S+)\t(.*)$")
            local encoding = args[3] and "\r\nAccept-Encoding: " .. args[3] or ""
            local cookie = cookies ~= "" and "\r\nCookie: " .. cookies or ""
            requests[#requests + 1] = "GET " .. path .. " HTTP/1.1\r\nHost: localhost"
                .. "\r\nAccept: text/html\r\nAccept-Language: zh-CN" .. encoding .. cookie .. "\r\n\r\n"
        end
        number = number + 1
    end
end

function request()
    turn = turn % #requests + 1
    return requests[turn]
end

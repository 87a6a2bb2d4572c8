-- One beat a request: the next second of the guardian whose turn it is. A fourth argument says
-- how many beats each has had before.
package.path = (os.getenv("BENCH_WRK") or ".") .. "/?.lua"
require("common")

local SECONDS = 1
local heads = {}
local turn, round = 0, 0

function init(args)
    round = tonumber(args[4])
    for i, one in ipairs(guardians(args[1], tonumber(args[2]))) do
        heads[i] = head("/api/v1/playbacks/" .. one.playback .. "/beats", one.token)
    end
end

function request()
    turn = turn + 1
    if turn > #heads then
        turn, round = 1, round + 1
    end
    local from = round * SECONDS
    local body = '{"played":[[' .. from .. "," .. from + SECONDS .. "]]}"
    return heads[turn] .. #body .. "\r\n\r\n" .. body
end

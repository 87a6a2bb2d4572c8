-- What all loads share: each thread takes its own guardians in turn, round after round, and the
-- end is told as one line of JSON. Arguments of loads of beats: the file of guardians (token, space,
-- playback a line), the number of threads, the instant (seconds) at which the guardians' clocks stand.

local threads = 0

function setup(thread)
    thread:set("mine", threads)
    threads = threads + 1
end

-- Everything of a request but its body, for each guardian of this thread.
function guardians(file, of)
    local found = {}
    local number = 0
    for line in io.lines(file) do
        if number % of == mine then
            local token, playback = line:match("^(%S+) (%S+)$")
            found[#found + 1] = { token = token, playback = playback }
        end
        number = number + 1
    end
    return found
end

function head(path, token)
    return "POST " .. path .. " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " .. token
        .. "\r\nContent-Type: application/json\r\nContent-Length: "
end

function done(summary, latency)
    local e = summary.errors
    io.write(string.format(
        '\n{"answered":%d,"micros":%d,"refused":%d,"lost":%d,"bytes":%d,"p50":%d,"p99":%d,"max":%d}\n',
        summary.requests, summary.duration, e.status, e.connect + e.read + e.write + e.timeout,
        summary.bytes, latency:percentile(50), latency:percentile(99), latency.max))
end

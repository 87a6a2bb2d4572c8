-- One beat a request, the next two seconds of the guardian whose turn it is, at a rate that pauses make. Arguments:
-- the file of guardians (token, space, playback a line), the number of threads, how many beats each guardian has had,
-- and how many milliseconds a connection pauses in the middle before it asks.
package.path = "bench/wrk/?.lua"
require("common")

local SECONDS = 2
local heads = {}
local turn, round, pause = 0, 0, 0

function init(args)
    math.randomseed(os.time() + mine)
    round, pause = tonumber(args[3]), tonumber(args[4])
    for i, one in ipairs(guardians(args[1], tonumber(args[2]))) do
        heads[i] = head("/api/v1/playbacks/" .. one.playback .. "/beats", one.token)
    end
end

function delay()
    return math.random(0, 2 * pause)
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

function done(summary, latency)
    local e = summary.errors
    io.write(string.format("\nsoak %d %d %d %d %d %d\n", summary.requests, summary.duration, e.status,
        e.connect + e.read + e.write + e.timeout, latency:percentile(50), latency:percentile(99)))
end

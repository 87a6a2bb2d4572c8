-- A hundred beats a request, of a guardian who was offline: four new seconds every thirty seconds.
package.path = (os.getenv("BENCH_WRK") or ".") .. "/?.lua"
require("common")

local BEATS, SECONDS, EVERY = 100, 4, 30
local people = {}
local spans = {}
local turn = 0

function init(args)
    for i, one in ipairs(guardians(args[1], tonumber(args[2]))) do
        people[i] = { head = head("/api/v1/beats", one.token), playback = one.playback }
    end
    for i = 1, BEATS do
        local at = os.date("!%Y-%m-%dT%H:%M:%SZ", tonumber(args[3]) + i * EVERY)
        spans[i] = '","played":[[' .. (i - 1) * SECONDS .. "," .. i * SECONDS .. ']],"at":"' .. at .. '"}'
    end
end

function request()
    turn = turn % #people + 1
    local one = people[turn]
    local start = '{"playback":"' .. one.playback
    local body = "[" .. start .. table.concat(spans, "," .. start) .. "]"
    return one.head .. #body .. "\r\n\r\n" .. body
end

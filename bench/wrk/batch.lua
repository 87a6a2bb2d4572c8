-- A hundred beats a request, of a guardian who was offline: a new second every six seconds. A lesson
-- of 600 seconds and a clock of an hour ago allow six rounds.
package.path = (os.getenv("BENCH_WRK") or ".") .. "/?.lua"
require("common")

local BEATS, EVERY, ROUNDS = 100, 6, 6
local people = {}
local spans = {}
local turn, round = 0, 1

local function span(number, clock)
    local at = os.date("!%Y-%m-%dT%H:%M:%SZ", clock + number * EVERY)
    return '","played":[[' .. number - 1 .. "," .. number .. ']],"at":"' .. at .. '"}'
end

function init(args)
    for i, one in ipairs(guardians(args[1], tonumber(args[2]))) do
        people[i] = { head = head("/api/v1/beats", one.token), playback = one.playback }
    end
    for r = 1, ROUNDS do
        spans[r] = {}
        for i = 1, BEATS do
            spans[r][i] = span((r - 1) * BEATS + i, tonumber(args[3]))
        end
    end
end

function request()
    turn = turn + 1
    if turn > #people then
        turn, round = 1, round % ROUNDS + 1
    end
    local one = people[turn]
    local start = '{"playback":"' .. one.playback
    local body = "[" .. start .. table.concat(spans[round], "," .. start) .. "]"
    return one.head .. #body .. "\r\n\r\n" .. body
end

-- Asks a service how many places are free, unless it was asked today already or too often about this figure.
-- ARGV: 1 service, 2 of when its figure is (ms), 3 today, 4 how often at most, 5 message, 6 the text (sealed),
--       7 now (ms), 8 not-after (ms), 9 keep (ms)
-- Returns 1, or 0.
local service = ARGV[1]
local of, day, times = string.match(redis.call('HGET', key('reminded'), service) or '', '^(%S+) (%S+) (%d+)$')
if of ~= ARGV[2] then
  times = 0
end
if day == ARGV[3] or tonumber(times) >= tonumber(ARGV[4]) then
  return 0
end
redis.call('HSET', key('reminded'), service, ARGV[2] .. ' ' .. ARGV[3] .. ' ' .. (times + 1))
letter(service, ARGV[5], ARGV[6], ARGV[7], ARGV[8], ARGV[9])
return 1

-- She is to be fetched to a room, or out of one; asked once, she is on her way.
-- ARGV: 1 call, 2 room, 3 now (ms), 4 how long she may take (ms)
-- Returns 1 she is to be fetched, 0 she is on her way, or is over.
local name, now = key('call:' .. ARGV[1]), tonumber(ARGV[3])
local seen = redis.call('HMGET', name, 'stage', 'fetched', 'fetched-at')
if not seen[1] or seen[1] == 'over' or (seen[2] == ARGV[2] and tonumber(seen[3]) + ARGV[4] > now) then
  return 0
end
redis.call('HSET', name, 'fetched', ARGV[2], 'fetched-at', now)
return 1

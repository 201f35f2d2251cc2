-- Her telephone was surely not rung, or is not to be any more: another try may be made.
-- ARGV: 1 promised call, 2 leg, 3 whether it counts as a try (1 or 0)
local name = key('call:' .. ARGV[1])
if redis.call('HGET', name, 'ring') ~= ARGV[2] then
  return 0
end
redis.call('HSET', name, 'ring', '')
if ARGV[3] == '0' then
  redis.call('HINCRBY', name, 'tries', -1)
  redis.call('DEL', key('leg:' .. ARGV[2]))
end
return 1

-- The menu is over for a call. The first answer counts.
-- ARGV: 1 call, 2 language in which it goes on, 3 whether she chose it, 1 or 0
local name = key('call:' .. ARGV[1])
if redis.call('HGET', name, 'stage') ~= 'menu' then
  return 0
end
redis.call('HSET', name, 'stage', 'waiting', 'language', ARGV[2])
if ARGV[3] == '1' then
  redis.call('HINCRBY', key('call-demand'), ARGV[2], 1)
end
return 1

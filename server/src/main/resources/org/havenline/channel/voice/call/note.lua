-- Notes something of a call that goes on. ARGV: 1 call, then names and values in turn
local name = key('call:' .. ARGV[1])
if redis.call('EXISTS', name) == 0 then
  return 0
end
redis.call('HSET', name, unpack(ARGV, 2))
return 1

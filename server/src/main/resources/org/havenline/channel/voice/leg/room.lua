-- Notes into which room a leg was sent. ARGV: 1 leg, 2 room, "" for none
local name = key('leg:' .. ARGV[1])
if redis.call('EXISTS', name) == 0 then
  return 0
end
redis.call('HSET', name, 'room', ARGV[2])
return 1

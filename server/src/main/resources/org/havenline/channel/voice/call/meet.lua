-- She is sent to talk, or back to waiting. Who talks with somebody needs no promised call any more.
-- ARGV: 1 call, 2 room, or ""
local name = key('call:' .. ARGV[1])
if redis.call('EXISTS', name) == 0 then
  return 0
end
redis.call('HSET', name, 'room', ARGV[2])
local ckey = key('contact:' .. (redis.call('HGET', name, 'contact') or ''))
if ARGV[2] ~= '' and redis.call('EXISTS', ckey) == 1 then
  redis.call('HDEL', ckey, 'back', 'back-at', 'back-state')
end
return 1

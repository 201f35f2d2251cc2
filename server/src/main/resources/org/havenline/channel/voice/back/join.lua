-- She was reached and is there: the promised call is a call like every other from here on.
-- ARGV: 1 promised call, 2 her leg, 3 the provider's id of it, 4 her address, sealed, 5 the line's number, 6 now (ms),
--       7 kept for (ms)
-- Returns 1; 0 when it is promised no more.
local id, sid, now = ARGV[1], ARGV[3], ARGV[6]
local name, call = key('call:' .. id), key('call:' .. ARGV[3])

local seen = redis.call('HMGET', name, 'stage', 'person', 'contact', 'ring', 'language')
if seen[1] ~= 'back' or seen[4] ~= ARGV[2] then
  return redis.call('EXISTS', call)
end
local ckey = key('contact:' .. seen[3])
if redis.call('HGET', ckey, 'back') ~= id or redis.call('GET', key('calling:' .. seen[2])) ~= id then
  return 0
end
redis.call('HSET', call, 'person', seen[2], 'from', ARGV[4], 'to', ARGV[5], 'stage', 'waiting', 'began', now,
  'heard', now, 'language', seen[5], 'room', '', 'contact', seen[3])
redis.call('PEXPIRE', call, ARGV[7])
redis.call('SET', key('calling:' .. seen[2]), sid, 'PX', ARGV[7])
take_over(id, sid)
redis.call('DEL', name)
redis.call('HDEL', ckey, 'back', 'back-at', 'back-state', 'left')
emit(now, 'contact.promised', 'contact', seen[3])
return 1

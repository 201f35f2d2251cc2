-- A responder goes on duty, or away.
-- ARGV: 1 responder, 2 available or away, 3 now (ms), 4 lease until (ms)
-- Returns 1 when that changed something, else 0. Open offers of one who goes away are withdrawn;
-- his conversations stay his.
local responder, state, now = ARGV[1], ARGV[2], ARGV[3]
local rkey = key('responder:' .. responder)

local before = redis.call('HGET', rkey, 'state')
redis.call('HSET', rkey, 'state', state, 'lease', ARGV[4])
redis.call('ZADD', key('timers'), ARGV[4], 'presence|' .. responder)
if before == state then
  return 0
end
if state == 'available' then
  redis.call('SADD', key('on-duty'), responder)
  redis.call('HSET', rkey, 'idle', now)
else
  redis.call('SREM', key('on-duty'), responder)
  for _, contact in ipairs(redis.call('HKEYS', key('holds:' .. responder))) do
    if redis.call('HGET', key('contact:' .. contact), 'state') == 'offered' then
      requeue(contact, responder, 'withdrawn', now)
    end
  end
end
emit(now, 'responder.presence', 'responder', responder, 'state', state)
return 1

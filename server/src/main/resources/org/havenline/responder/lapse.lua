-- No sign of life in time: everything he holds goes back to its place, unless others are asked about it too.
-- ARGV: 1 responder, 2 now (ms)
-- Returns how many contacts he held, or -1 when he has been heard of since.
local responder, now = ARGV[1], ARGV[2]
local rkey = key('responder:' .. responder)

local lease = redis.call('HGET', rkey, 'lease') or '0'
if tonumber(lease) > tonumber(now) then
  redis.call('ZADD', key('timers'), lease, 'presence|' .. responder)
  return -1
end
redis.call('ZREM', key('timers'), 'presence|' .. responder)
off_duty(responder, now)
local back = 0
for _, contact in ipairs(redis.call('HKEYS', key('holds:' .. responder))) do
  requeue(contact, responder, 'lost', now)
  back = back + 1
end
return back

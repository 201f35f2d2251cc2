-- Marks the head of an outbox lane as being sent, before it leaves.
-- ARGV: 1 lane, 2 epoch of the claim, 3 message, 4 now (ms)
-- Returns 0 the claim is old; 1 send it; 2 it was begun before, result unknown; 3 settled already;
--         4 too late to send, by less than the second a provider can count, or she may not be written to now.
local lane, message, now = ARGV[1], ARGV[3], ARGV[4]
local mkey = key('message:' .. message)

if not holds('outbox', lane, ARGV[2])
  or redis.call('LINDEX', key('outbox:' .. lane), 0) ~= message then
  return 0
end
local seen = redis.call('HMGET', mkey, 'state', 'not-after', 'contact', 'n', 'to')
if seen[1] == 'sending' then
  return 2
elseif seen[1] ~= 'queued' then
  return 3
elseif tonumber(seen[2]) < tonumber(now) + 1000 or (not seen[5] and not may_write(seen[3], now)) then
  return 4
end
redis.call('HSET', mkey, 'state', 'sending', 'rank', 1)
if seen[3] ~= '' then
  emit(now, 'message.state', 'contact', seen[3], 'message', message, 'n', seen[4], 'state', 'sending')
end
return 1

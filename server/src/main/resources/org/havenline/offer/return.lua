-- Ends an offer without a taker: to one of those who are asked, or to all of them once its time is over. After the
-- last of them the contact goes back to its place in the queue.
-- ARGV: 1 contact, 2 epoch of the offer, 3 responder, or "" for all who are asked,
--       4 why (declined, expired), 5 now (ms)
-- Returns 1, or 0 when the offer is gone or, for "expired", not yet over.
local contact, epoch, why, now = ARGV[1], ARGV[2], ARGV[4], ARGV[5]
local seen = redis.call('HMGET', key('contact:' .. contact), 'state', 'epoch', 'responder', 'until')

if seen[1] ~= 'offered' or seen[2] ~= epoch then
  redis.call('ZREM', key('timers'), 'offer|' .. contact .. '|' .. epoch)
  return 0
elseif (ARGV[3] ~= '' and not lists(seen[3], ARGV[3]))
  or (why == 'expired' and tonumber(seen[4]) > tonumber(now)) then
  return 0
end
for responder in string.gmatch(ARGV[3] ~= '' and ARGV[3] or seen[3], '[^\n]+') do
  requeue(contact, responder, why, now)
  if why == 'expired' then
    -- an unattended screen must not stay on duty: the next person would wait for nobody
    off_duty(responder, now)
  end
end
return 1

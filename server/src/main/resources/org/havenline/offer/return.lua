-- Ends an offer without a taker; the contact goes back to its place in the queue.
-- ARGV: 1 contact, 2 epoch of the offer, 3 responder, or "" for whoever is asked,
--       4 why (declined, expired, withdrawn), 5 now (ms)
-- Returns 1, or 0 when the offer is gone or, for "expired", not yet over.
local contact, epoch, now = ARGV[1], ARGV[2], ARGV[5]
local seen = redis.call('HMGET', key('contact:' .. contact), 'state', 'epoch', 'responder', 'until')

if seen[1] ~= 'offered' or seen[2] ~= epoch or (ARGV[3] ~= '' and seen[3] ~= ARGV[3]) then
  redis.call('ZREM', key('timers'), 'offer|' .. contact .. '|' .. epoch)
  return 0
end
if ARGV[4] == 'expired' and tonumber(seen[4]) > tonumber(now) then
  return 0
end
requeue(contact, seen[3], ARGV[4], now)
if ARGV[4] == 'expired' then
  -- an unattended screen must not stay on duty: the next person would wait for nobody
  off_duty(seen[3], now)
end
return 1

-- The responder, one of those who are asked, takes the contact and becomes its one owner; the others are asked no
-- more.
-- ARGV: 1 contact, 2 epoch of the offer, 3 responder, 4 now (ms)
-- Returns 1 taken (or taken by him before), 0 the offer is gone.
local contact, epoch, responder, now = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local ckey = key('contact:' .. contact)

if owns(contact, responder, epoch) then
  return 1
end
local seen = redis.call('HMGET', ckey, 'state', 'epoch', 'responder', 'until', 'interpreter')
if seen[1] ~= 'offered' or seen[2] ~= epoch or not lists(seen[3], responder)
  or tonumber(seen[4]) <= tonumber(now) then
  return 0
end
local others = without(seen[3], responder)
spare(contact, others)
redis.call('HDEL', ckey, 'reasons ' .. responder)
if others ~= '' then
  redis.call('HSET', ckey, 'instead-of', epoch .. '\n' .. others)
end
redis.call('HSET', ckey, 'state', 'connected', 'responder', responder, 'since', now)
answers(contact, responder, now)
redis.call('ZREM', key('timers'), 'offer|' .. contact .. '|' .. epoch, 'step|' .. contact)
emit(now, 'contact.connected', 'contact', contact, 'responder', responder, 'epoch', epoch,
  'interpreter', seen[5] or '', 'instead-of', others)
return 1

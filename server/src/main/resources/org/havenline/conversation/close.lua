-- The owner ends a conversation.
-- ARGV: 1 contact, 2 responder, 3 epoch, 4 disposition, 5 sealed note or "", 6 now (ms), 7 keep (ms)
-- Returns 1 closed (or closed by him before), 0 he is not the owner any more.
local contact, responder, now, keep = ARGV[1], ARGV[2], ARGV[6], ARGV[7]
local ckey = key('contact:' .. contact)

local seen = redis.call('HMGET', ckey, 'state', 'responder', 'epoch', 'person')
if seen[1] == 'closed' and seen[2] == responder and seen[3] == ARGV[3] then
  return 1
end
if not owns(contact, responder, ARGV[3]) then
  return 0
end
eased(responder, contact, now)
redis.call('HSET', ckey, 'state', 'closed', 'since', now, 'disposition', ARGV[4], 'note', ARGV[5])
redis.call('HDEL', key('person:' .. seen[4]), 'contact')
redis.call('ZREM', key('open'), contact)
redis.call('HDEL', key('holds:' .. responder), contact)
redis.call('HSET', key('responder:' .. responder), 'idle', now)
redis.call('ZREM', key('call-backs'), contact)
redis.call('ZREM', key('timers'), 'call-back|' .. contact)
release_interpreter(contact)
keep_contact(contact, now, keep)
redis.call('PEXPIRE', key('order:' .. contact), keep)
emit(now, 'contact.closed', 'contact', contact, 'responder', responder, 'disposition', ARGV[4])
return 1

-- The owner of a conversation answers.
-- ARGV: 1 contact, 2 responder, 3 epoch, 4 message, 5 now (ms), 6 not after (ms), 7 keep (ms),
--       8 the client's key
-- Returns the number of the message, the same one when it was written before; 0 when he is not the
-- owner any more.
local contact, responder, message, now, keep = ARGV[1], ARGV[2], ARGV[4], ARGV[5], ARGV[7]

local before = redis.call('HGET', key('message:' .. message), 'n')
if before then
  return tonumber(before)
end
if not owns(contact, responder, ARGV[3]) then
  return 0
end
redis.call('HSET', key('contact:' .. contact), 'unanswered', 0)
redis.call('HDEL', key('contact:' .. contact), 'typing')
-- from here on a digit answers him, not the menu of languages
if redis.call('HGET', key('contact:' .. contact), 'menu-state') == 'open' then
  redis.call('HSET', key('contact:' .. contact), 'menu-state', 'over')
end
keep_contact(contact, now, keep)
redis.call('HSET', key('message:' .. message), 'key', ARGV[8])
return send(contact, contact, message, responder, now, ARGV[6], keep, true)

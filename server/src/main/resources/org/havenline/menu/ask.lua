-- Asks a person once for her language, while nobody has taken her contact.
-- ARGV: 1 contact, 2 message, 3 languages in the order of their numbers, 4 now (ms),
--       5 not-after of the text (ms), 6 keep (ms), 7 whether it is the one automatic text (1 or 0)
-- Returns 1 asked; 0 not: taken or closed, asked before, known by now, sent a text already, stopped.
local contact, message, now, one = ARGV[1], ARGV[2], ARGV[4], ARGV[7]
local ckey = key('contact:' .. contact)

local seen = redis.call('HMGET', ckey, 'state', 'certainty', 'menu', 'textable', 'told')
if (seen[1] ~= 'queued' and seen[1] ~= 'offered') or seen[2] ~= 'ASK' or seen[3] or seen[4] == '0'
  or (one == '1' and tonumber(seen[5] or 0) > 0) then
  return 0
end
redis.call('HSET', ckey, 'menu', ARGV[3], 'menu-state', 'open', 'menu-asked', now,
  'menu-message', message, 'menu-told', one)
send(contact, contact, message, 'automatic', now, ARGV[5], ARGV[6], true)
return 1

-- The page of a chat is heard of.
-- ARGV: 1 its token by its hash, 2 now (ms), 3 how long it may be silent (ms)
-- Returns chat, person, language, chosen, young, contact, before, past, forced; nothing when the chat is over.
local as = key('chat-of:' .. ARGV[1])
local chat = redis.call('GET', as) or ARGV[1]
local ckey = key('chat:' .. chat)
local now = tonumber(ARGV[2])

local seen = redis.call('HMGET', ckey, 'ends', 'heard', 'token')
if not seen[2] or (seen[3] and seen[3] ~= ARGV[1]) or (seen[1] and tonumber(seen[1]) <= now)
  or tonumber(seen[2]) + ARGV[3] <= now then
  return {}
end
redis.call('HDEL', ckey, 'ends')
redis.call('HSET', ckey, 'heard', now)
redis.call('PEXPIRE', as, ARGV[3])
redis.call('ZADD', key('timers'), now + ARGV[3], 'chat|' .. chat)
local found = redis.call('HMGET', ckey, 'person', 'language', 'chosen', 'young', 'contact', 'before',
  'past', 'forced')
table.insert(found, 1, chat)
return found

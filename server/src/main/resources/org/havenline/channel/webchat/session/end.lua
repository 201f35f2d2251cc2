-- Ends a chat whose time is over. Whoever has her contact, or finds it in the queue, sees that she
-- has left: a person decides what follows.
-- ARGV: 1 chat, 2 now (ms), 3 how long it may be silent (ms)
-- Returns 1 when it is over, 0 when it goes on.
local ckey = key('chat:' .. ARGV[1])
local timer = 'chat|' .. ARGV[1]
local now = tonumber(ARGV[2])

local chat = redis.call('HMGET', ckey, 'heard', 'ends', 'person')
if chat[1] then
  local due = tonumber(chat[2] or chat[1] + ARGV[3])
  if due > now then
    redis.call('ZADD', key('timers'), due, timer)
    return 0
  end
  redis.call('DEL', ckey)
  local pkey = key('person:' .. chat[3])
  local contact = redis.call('HGET', pkey, 'contact')
  if contact then
    redis.call('HSET', key('contact:' .. contact), 'left', now)
    emit(now, 'contact.left', 'contact', contact)
  end
  redis.call('HSET', pkey, 'left', now)
end
redis.call('ZREM', key('timers'), timer)
return 1

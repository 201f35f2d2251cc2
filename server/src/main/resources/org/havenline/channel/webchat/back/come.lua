-- Somebody says that she was here. Right words open her chat once more, by a new token; with any
-- other a new chat begins, and with the right ones under duress too: nobody can tell which it was.
-- ARGV: 1 hash of the words, 2 hash of the key of this try, 3 under duress, 4 the new token by its hash,
--       5 person of a new chat, 6 language, 7 chosen, 8 young, 9 now (ms), 10 how long a chat may be silent (ms),
--       11 for how long the same try may come again (ms)
local now, silence = tonumber(ARGV[9]), ARGV[10]
local wkey = key('words:' .. ARGV[1])

local words = redis.call('HMGET', wkey, 'chat', 'person', 'language', 'chosen', 'young', 'until', 'by')
local right = words[1] and tonumber(words[6]) > now and (not words[7] or words[7] == ARGV[2])
if right and not words[7] then
  -- used up, but for an answer that was lost on the way
  redis.call('HSET', wkey, 'by', ARGV[2], 'until', now + ARGV[11])
  redis.call('PEXPIRE', wkey, ARGV[11])
  redis.call('DEL', key('words-of:' .. words[1]))
end

local function begin(chat, person, language, chosen, young)
  redis.call('HSET', key('chat:' .. chat), 'person', person, 'language', language, 'chosen', chosen,
    'young', young, 'heard', now, 'token', ARGV[4])
  redis.call('ZADD', key('timers'), now + silence, 'chat|' .. chat)
end

if not right or ARGV[3] == '1' then
  begin(ARGV[4], ARGV[5], ARGV[6], ARGV[7], ARGV[8])
  if right then
    redis.call('HSET', key('chat:' .. ARGV[4]), 'forced', 1)
    local contact = redis.call('HGET', key('person:' .. words[2]), 'contact')
    if contact and redis.call('EXISTS', key('contact:' .. contact)) == 1 then
      redis.call('HSET', key('contact:' .. contact), 'forced', 'Caller ' .. string.sub(ARGV[5], 1, 4))
      emit(now, 'contact.forced', 'contact', contact)
    end
  end
  return 1
end

local chat, pkey = words[1], key('person:' .. words[2])
redis.call('DEL', key('chat:' .. chat))
local language = ARGV[7] == '1' and {ARGV[6], '1'} or {words[3], words[4]}
begin(chat, words[2], language[1], language[2], (ARGV[8] == '1' or words[5] == '1') and '1' or '0')
redis.call('SET', key('chat-of:' .. ARGV[4]), chat, 'PX', silence)
local last = redis.call('HMGET', pkey, 'last', 'contact')
if last[1] then
  redis.call('HSET', key('chat:' .. chat), 'contact', last[1], 'before', 0)
end
redis.call('HDEL', pkey, 'left')
if last[2] and redis.call('EXISTS', key('contact:' .. last[2])) == 1 then
  redis.call('HDEL', key('contact:' .. last[2]), 'left')
  emit(now, 'contact.back', 'contact', last[2])
elseif last[1] then
  redis.call('HSET', key('chat:' .. chat), 'past', last[1])
end
return 1

-- A chat gets words to come back with, in place of those it had.
-- ARGV: 1 chat, 2 hash of the words, 3 now (ms), 4 for how long (ms)
-- Returns 1; 0 when the chat is over.
local chat = redis.call('HMGET', key('chat:' .. ARGV[1]), 'person', 'language', 'chosen', 'young')
if not chat[1] then
  return 0
end
local has = key('words-of:' .. ARGV[1])
local before = redis.call('GET', has)
if before then
  redis.call('DEL', key('words:' .. before))
end
local wkey = key('words:' .. ARGV[2])
redis.call('HSET', wkey, 'chat', ARGV[1], 'person', chat[1], 'language', chat[2], 'chosen', chat[3],
  'young', chat[4], 'until', ARGV[3] + ARGV[4])
redis.call('PEXPIRE', wkey, ARGV[4])
redis.call('SET', has, ARGV[2], 'PX', ARGV[4])
return 1

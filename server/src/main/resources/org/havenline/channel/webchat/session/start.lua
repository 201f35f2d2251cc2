-- A chat begins.
-- ARGV: 1 chat, 2 now (ms), 3 how long it may be silent (ms), 4 person, 5 language, 6 chosen, 7 young
local ckey = key('chat:' .. ARGV[1])

redis.call('HSET', ckey, 'person', ARGV[4], 'language', ARGV[5], 'chosen', ARGV[6],
  'young', ARGV[7], 'heard', ARGV[2])
redis.call('ZADD', key('timers'), ARGV[2] + ARGV[3], 'chat|' .. ARGV[1])
return 1

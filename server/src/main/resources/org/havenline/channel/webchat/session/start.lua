-- A chat begins.
-- ARGV: 1 chat, 2 now (ms), 3 how long it may be silent (ms), 4 language, 5 chosen, 6 young
local ckey = key('chat:' .. ARGV[1])

redis.call('HSET', ckey, 'language', ARGV[4], 'chosen', ARGV[5], 'young', ARGV[6], 'heard', ARGV[2])
redis.call('ZADD', key('timers'), ARGV[2] + ARGV[3], 'chat|' .. ARGV[1])
return 1

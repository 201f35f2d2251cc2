-- Notes what was done in a talk. ARGV: 1 call, 2 what, 3 its value, 4 kept for (ms)
local name = key('talk:' .. ARGV[1])
redis.call('HSET', name, ARGV[2], ARGV[3])
redis.call('PEXPIRE', name, ARGV[4])
return 1

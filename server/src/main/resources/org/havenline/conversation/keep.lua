-- Writes one sealed text. KEYS[1] is the transcript.
-- ARGV: 1 message, 2 sealed text, 3 "once" to leave what is there, or "always", 4 keep (ms)
redis.call(ARGV[3] == 'once' and 'HSETNX' or 'HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 1

-- A recording takes the place of the one before.
-- ARGV: 1 print of the sentence, 2 the recording as it is kept, 3 its id, 4 its sound, 5 how long the one before stays (ms)
local before = redis.call('HGET', key('recordings'), ARGV[1])
redis.call('HSET', key('recordings'), ARGV[1], ARGV[2])
redis.call('SET', key('recording:' .. ARGV[3]), ARGV[4])
local old = before and string.match(before, '^%x+')
if old and old ~= ARGV[3] then
  redis.call('PEXPIRE', key('recording:' .. old), ARGV[5])
end
return 1

-- What the desk is told of a voice message; with a call, nothing of it is to be fetched any more.
-- ARGV: 1 message, 2 what is told, 3 now (ms), 4 call or "", 5 recording
local mkey = key('message:' .. ARGV[1])
local seen = redis.call('HMGET', mkey, 'contact', 'n', 'voice')
if seen[1] and seen[3] ~= ARGV[2] then
  redis.call('HSET', mkey, 'voice', ARGV[2])
  emit(ARGV[3], 'message.state', 'contact', seen[1], 'message', ARGV[1], 'n', seen[2], 'state', 'received', 'code', '0')
end
if ARGV[4] ~= '' then
  redis.call('HSET', key('tapes-of:' .. ARGV[4]), ARGV[5], 'kept')
end
return 1

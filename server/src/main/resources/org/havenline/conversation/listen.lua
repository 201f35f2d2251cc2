-- The owner listens to a message that she spoke.
-- ARGV: 1 contact, 2 responder, 3 epoch, 4 message, 5 now (ms)
-- Returns 1; 0 when he is not the owner any more, or it is not of this conversation.
local mkey = key('message:' .. ARGV[4])
local seen = redis.call('HMGET', mkey, 'contact', 'n')
if seen[1] ~= ARGV[1] or not owns(ARGV[1], ARGV[2], ARGV[3]) then
  return 0
end
if redis.call('HSETNX', mkey, 'heard', ARGV[5]) == 1 then
  emit(ARGV[5], 'message.state', 'contact', ARGV[1], 'message', ARGV[4], 'n', seen[2], 'state', 'received', 'code', '0')
end
return 1

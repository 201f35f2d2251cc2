-- Somebody enters the code to record by telephone.
-- ARGV: 1 key of the number, 2 key of the call, 3 print of the code, 4 most tries, 5 how long the call may record (ms)
-- Returns 1 it is right, and is used up by this; 0 it is not.
local seen = redis.call('HMGET', ARGV[1], 'code', 'by')
if not seen[1] then
  return 0
elseif seen[1] ~= ARGV[3] then
  if redis.call('HINCRBY', ARGV[1], 'tries', 1) >= tonumber(ARGV[4]) then
    redis.call('DEL', ARGV[1])
  end
  return 0
end
redis.call('DEL', ARGV[1])
redis.call('SET', ARGV[2], seen[2], 'PX', ARGV[5])
return 1

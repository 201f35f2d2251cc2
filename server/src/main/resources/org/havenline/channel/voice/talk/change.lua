-- Something of a third party changes. ARGV: 1 guest, 2 who it is, 3 field, 4 value, 5 now (ms)
local name = key('guest:' .. ARGV[1])
local seen = redis.call('HMGET', name, 'whom', 'contact', 'wanted')
if seen[1] ~= ARGV[2] or seen[3] ~= '1' then
  return 0
end
redis.call('HSET', name, ARGV[3], ARGV[4])
emit(ARGV[5], 'contact.call', 'contact', seen[2])
return 1

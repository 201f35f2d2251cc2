-- A third party is wanted no longer.
-- ARGV: 1 guest, 2 by whom: the owner of the contact, or the guest himself, 3 now (ms)
-- Returns 1, or 0 when it was not wanted, or is not for him to say.
local name = key('guest:' .. ARGV[1])
local seen = redis.call('HMGET', name, 'wanted', 'contact', 'whom', 'kind', 'epoch')
if seen[1] ~= '1' or not (seen[3] == ARGV[2] or owns(seen[2], ARGV[2], seen[5])) then
  return 0
end
redis.call('HSET', name, 'wanted', 0)
local ckey = key('contact:' .. seen[2])
if seen[4] == 'interpreter' and redis.call('HGET', ckey, 'interpreter') == seen[3] then
  release_interpreter(seen[2])
  redis.call('HDEL', ckey, 'interpreter')
end
emit(ARGV[3], 'contact.call', 'contact', seen[2])
return 1

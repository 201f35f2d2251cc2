-- The key of a contact that is about to begin: that of the first who tried.
-- ARGV: 1 contact, 2 a new key, wrapped, 3 how long it is kept (ms) if nobody comes to the end
-- Returns the key that counts, wrapped.
local name = key('first-key:' .. ARGV[1])
if redis.call('SET', name, ARGV[2], 'NX', 'PX', ARGV[3]) then
  return ARGV[2]
end
return redis.call('GET', name)

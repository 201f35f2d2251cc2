-- Ends a link. ARGV: 1 hash of its token
local lkey = key('link:' .. ARGV[1])
local with = redis.call('HGET', lkey, 'with')
if with then
  redis.call('SREM', key('with:' .. with), ARGV[1])
end
return redis.call('DEL', lkey)

-- Makes a private link (see org.havenline.referral.link.Links).
-- ARGV: 1 hash of its token, 2 what it is for (sealed), 3 keyed digest of that, 4 its end (ms),
--       5 how long until then (ms)
local lkey, with = key('link:' .. ARGV[1]), key('with:' .. ARGV[3])
redis.call('HSET', lkey, 'for', ARGV[2], 'with', ARGV[3], 'until', ARGV[4], 'used', 0)
redis.call('PEXPIRE', lkey, ARGV[5])
for _, other in ipairs(redis.call('SMEMBERS', with)) do
  if redis.call('EXISTS', key('link:' .. other)) == 0 then
    redis.call('SREM', with, other)
  end
end
redis.call('SADD', with, ARGV[1])
redis.call('PEXPIRE', with, math.max(redis.call('PTTL', with), tonumber(ARGV[5])))
return 1

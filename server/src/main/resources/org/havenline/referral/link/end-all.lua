-- Ends every link of a purpose. ARGV: 1 its keyed digest
-- Returns how many there were.
local with, ended = key('with:' .. ARGV[1]), 0
for _, hash in ipairs(redis.call('SMEMBERS', with)) do
  ended = ended + redis.call('DEL', key('link:' .. hash))
end
redis.call('DEL', with)
return ended

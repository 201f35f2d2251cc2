-- Adds what waits to the counters of its month; what another has added meanwhile is left out.
-- ARGV: for each its sealed form, its month, how many counters, and these
-- Returns how many were added.
local at, added = 1, 0
while at <= #ARGV do
  local many = tonumber(ARGV[at + 2])
  if redis.call('SREM', key('tallies'), ARGV[at]) == 1 then
    for i = at + 3, at + 2 + many do
      redis.call('HINCRBY', key('counted:' .. ARGV[at + 1]), ARGV[i], 1)
    end
    added = added + 1
  end
  at = at + 3 + many
end
return added

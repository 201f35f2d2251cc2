-- Gives a lane back, to be taken again after a pause.
-- ARGV: 1 name of the lanes, 2 lane, 3 epoch of the claim, 4 due again at (ms)
-- Returns 1, or 0 when the claim is no longer ours.
local name, lane = ARGV[1], ARGV[2]
if not holds(name, lane, ARGV[3]) then
  return 0
end
redis.call('HDEL', key(name .. ':claims'), lane)
redis.call('ZADD', key(name), ARGV[4], lane)
return 1

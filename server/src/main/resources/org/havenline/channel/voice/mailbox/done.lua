-- The recordings of a call were looked at.
-- ARGV: 1 call, 2 epoch of the claim, 3 now (ms), 4 lease (ms), 5 when they are looked at again (ms), 0 never
-- Returns {1, next head or nothing}, or {0} when the claim is old.
local call = ARGV[1]
if not holds('tapes', call, ARGV[2]) then
  return {0}
end
local head = advance('tapes', call, ARGV[3], ARGV[4])
if not head and ARGV[5] ~= '0' then
  redis.call('RPUSH', key('tapes:' .. call), 'look')
  redis.call('ZADD', key('tapes'), ARGV[5], call)
end
return {1, head}

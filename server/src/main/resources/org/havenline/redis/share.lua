-- Takes one of what many share. Who has tried about as often lately has the same allowance.
-- ARGV: 1 what, 2 whose ('' when not known), 3 now (ms), 4 time between two (ms), 5 how many at once,
-- 6 how long a try counts (ms)
-- Returns 0 when it is taken, else how long to wait (ms).
local like = 1
if ARGV[2] ~= '' then
  local tkey = key(ARGV[1] .. ':of:' .. ARGV[2])
  local tries = redis.call('INCR', tkey)
  if tries == 1 then
    redis.call('PEXPIRE', tkey, ARGV[6])
  end
  while tries > 1 do
    tries = math.floor(tries / 2)
    like = like + 1
  end
end
local akey, now, between = key(ARGV[1] .. ':like:' .. like), tonumber(ARGV[3]), ARGV[4] * like
local due = math.max(tonumber(redis.call('GET', akey) or 0), now)
local wait = due - now - between * (math.ceil(ARGV[5] / like) - 1)
if wait > 0 then
  return wait
end
redis.call('SET', akey, due + between, 'PX', due + between - now)
return 0

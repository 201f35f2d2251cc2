-- Notes what a service said of its free places (see org.havenline.referral.stored.Reports), with its entry in
-- the audit log.
-- ARGV: 1 now (ms), 2 service, 3 the report (sealed), 4 when it was said (ms), 5 which report, 6 how many
--       entries the audit log had when this was decided, 7 the new entry
-- Returns 1; 0 when it was noted before or a newer one was; -1 when another entry came in between; -2 when
-- there is no such service.
local service, said = ARGV[2], ARGV[4]
local mark = redis.call('HGET', key('marks'), service)
if not mark then
  return -2
end
local before = redis.call('HGET', key('reported'), service)
if before then
  local at, which = string.match(before, '^(%d+) (.*)$')
  if which == ARGV[5] or tonumber(at) > tonumber(said) then
    return 0
  end
end
if redis.call('LLEN', key('audit')) ~= tonumber(ARGV[6]) then
  return -1
end
redis.call('HSET', key('reports'), service, ARGV[3])
redis.call('HSET', key('reported'), service, said .. ' ' .. ARGV[5])
redis.call('RPUSH', key('audit'), ARGV[7])
emit(ARGV[1], 'service.changed', 'service', service, 'revision', string.match(mark, '^%d+'))
return 1

-- Ends a session, or all of a person. ARGV: 1 staff, 2 now (ms), 3 session, left out for all
local staff, all = ARGV[1], key('sessions:' .. ARGV[1])
for _, session in ipairs(ARGV[3] and {ARGV[3]} or redis.call('SMEMBERS', all)) do
  redis.call('DEL', key('session:' .. session))
  redis.call('SREM', all, session)
  emit(ARGV[2], 'session.ended', 'session', session, 'staff', staff)
end
return 1

-- Opens a session. ARGV: 1 session, 2 staff, 3 absolute end (ms), 4 idle (ms), 5 longest (ms)
local session, staff = ARGV[1], ARGV[2]
redis.call('HSET', key('session:' .. session), 'staff', staff, 'until', ARGV[3])
redis.call('PEXPIRE', key('session:' .. session), ARGV[4])
redis.call('SADD', key('sessions:' .. staff), session)
redis.call('PEXPIRE', key('sessions:' .. staff), ARGV[5])
return 1

-- A leg was surely not dialled: it may be tried again. ARGV: 1 call, 2 leg
redis.call('LREM', key('legs:' .. ARGV[1]), 0, ARGV[2])
return redis.call('DEL', key('leg:' .. ARGV[2]))

-- She is told that somebody else is looked for: once. ARGV: 1 call
return redis.call('HDEL', key('talk:' .. ARGV[1]), 'moved')

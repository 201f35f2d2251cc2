-- Stores records of the directory (see org.havenline.referral.stored.Directory), each only if it
-- is still as it was when this was decided.
-- ARGV: 1 now, then for each record: id, the revision it was decided on (0: none), its mark,
--       the record, the original ('' leaves either as it is)
-- Returns the ids that had changed meanwhile.
local skipped = {}
for i = 2, #ARGV, 5 do
  local id = ARGV[i]
  local mark = redis.call('HGET', key('marks'), id)
  local revision = mark and string.match(mark, '^%d+') or '0'
  if revision ~= ARGV[i + 1] then
    table.insert(skipped, id)
  else
    revision = string.format('%d', tonumber(revision) + 1)
    redis.call('HSET', key('marks'), id, revision .. ' ' .. ARGV[i + 2])
    if ARGV[i + 3] ~= '' then
      redis.call('HSET', key('records'), id, ARGV[i + 3])
    end
    if ARGV[i + 4] ~= '' then
      redis.call('HSET', key('originals'), id, ARGV[i + 4])
    end
    emit(ARGV[1], 'service.changed', 'service', id, 'revision', revision)
  end
end
return skipped

-- The owner gives a contact back to the queue, where it has kept its place.
-- ARGV: 1 contact, 2 responder, 3 epoch of his ownership, 4 now (ms)
-- Returns 1, or 0 when he is not the owner any more.
if not owns(ARGV[1], ARGV[2], ARGV[3]) then
  return 0
end
requeue(ARGV[1], ARGV[2], 'given-back', ARGV[4])
return 1

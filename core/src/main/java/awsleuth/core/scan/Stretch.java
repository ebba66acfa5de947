package awsleuth.core.scan;

/**
 * A part of a stream in which a failed call may be told: whole lines, save where a line is so long
 * that it is cut.
 *
 * @param firstLine the number of the line in which the part begins, from 1
 * @param offset the place of the first byte in the stream, from 0
 * @param bytes the bytes as they stand in the stream, at least one and at most 256 KiB
 * @param coreFrom where in the bytes the lines begin that tell the failure; other log records that
 *     only happen to stand before them are not of these
 * @param coreTo where they end
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Stretch(long firstLine, long offset, byte[] bytes, int coreFrom, int coreTo) {}

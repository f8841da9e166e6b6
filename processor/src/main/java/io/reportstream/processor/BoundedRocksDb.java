package io.reportstream.processor;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/** One bound for the memory of all stores of the process; the default is 50 MiB and more for each partition. */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    private static final long TOTAL_BYTES = 64L * 1024 * 1024;
    private static final long WRITE_BYTES = 16L * 1024 * 1024;

    /** Native memory that lives as long as the process. */
    private static final class Shared {
        static final Cache CACHE = new LRUCache(TOTAL_BYTES);
        static final WriteBufferManager WRITES = new WriteBufferManager(WRITE_BYTES, CACHE);
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(Shared.CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(Shared.WRITES);
        options.setWriteBufferSize(WRITE_BYTES / 4);
        options.setMaxWriteBufferNumber(2);
    }

    @Override
    public void close(String storeName, Options options) {
        // Cache and write buffers are shared and stay.
    }
}

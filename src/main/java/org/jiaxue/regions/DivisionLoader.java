package org.jiaxue.regions;

import java.util.List;
import org.jiaxue.web.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads the shipped divisions before anybody asks for one, when a file of theirs has changed. */
@Component
class DivisionLoader implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(DivisionLoader.class);

    private final DivisionStore store;
    private final TransactionTemplate transaction;
    private final Times times;

    DivisionLoader(DivisionStore store, PlatformTransactionManager transactions, Times times) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.times = times;
    }

    @Override
    public void afterPropertiesSet() {
        DivisionFile.shipped().forEach(this::load);
    }

    /** Whether anything had to be loaded. */
    boolean load(DivisionFile file) {
        return Boolean.TRUE.equals(transaction.execute(_ -> loadIfChanged(file)));
    }

    private boolean loadIfChanged(DivisionFile file) {
        store.lock();
        String sha256 = file.sha256();
        if (store.loaded(file.name()).filter(sha256::equals).isPresent()) {
            return false;
        }
        List<Division> divisions = file.divisions();
        store.put(divisions);
        store.endAllBut(divisions, times.today());
        store.tellLoaded(file.name(), sha256, times.now());
        LOG.info("divisions loaded count={} file={}", divisions.size(), file.name());
        return true;
    }
}
